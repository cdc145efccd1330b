// Types of members that one form of a request must not carry.
export {};
