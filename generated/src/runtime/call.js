// The words that all layers share: what is sent, what comes back, and how layers wrap one another.
export {};
