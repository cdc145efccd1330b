// What generated code says about a service and its operations; protocols and layers read it.
export {};
