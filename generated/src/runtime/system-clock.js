// The clock of this machine.
export const systemClock = {
    now: () => Date.now(),
    setTimer(callback, ms) {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
    },
};
