// What a server says about the time → how far this machine's clock is off.
/** A difference that services begin to mind; they refuse from 300 s on. */
const toleratedMs = 240_000;
/** A round trip that took longer says too little about the time. */
const longestRoundTripMs = 900_000;
export function createSkew() {
    let offset = 0;
    // Servers repeat their date for a second, and reading one costs more than all the rest here.
    let date;
    let serverTime = NaN;
    return {
        get offset() {
            return offset;
        },
        correct({ headers }, sentAt, receivedAt, signedWith) {
            if (headers["date"] !== date)
                serverTime = Date.parse((date = headers["date"]) ?? "");
            const measured = serverTime - (sentAt + receivedAt) / 2;
            // A cache tells with `age` that the date isn't of now. An unreadable date makes NaN, which is never greater.
            if (!(Math.abs(measured - signedWith) >= toleratedMs) || headers["age"] || receivedAt - sentAt > longestRoundTripMs)
                return false;
            offset = measured;
            return true;
        },
    };
}
