// The parts of a request → their canonical forms, the first step of Signature Version 4.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
/** Encodes everything but the unreserved characters, as AWS's `UriEncode` does. */
export const uriEncode = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
/** Encodes what isn't encoded yet, and writes what is in the one canonical way. */
function reencode(text) {
    try {
        return uriEncode(decodeURIComponent(text));
    }
    catch {
        // Encoded bytes that are no UTF-8 can only stay as they are.
        return text;
    }
}
/** Removes dot segments and empty segments. */
function normalize(path) {
    const segments = [];
    for (const segment of path.split("/")) {
        if (segment === "..")
            segments.pop();
        else if (segment && segment !== ".")
            segments.push(segment);
    }
    return `/${segments.join("/")}${segments[0] && path.endsWith("/") ? "/" : ""}`;
}
/** S3 and its kin take the path as it is, and always want the hash of the body. */
export const isS3 = ({ signingName }) => /^s3($|-|express$)/.test(signingName);
/** The canonical URI: S3 takes the path as it was sent, every other service encodes it once more. */
export function canonicalUri(path, signing) {
    if (path === "/")
        return path;
    const plain = !isS3(signing);
    return (signing.normalizePath ?? plain ? normalize(path) : path)
        .split("/")
        .map(signing.doubleEncodePath ?? plain ? uriEncode : reencode)
        .join("/");
}
/** The canonical query string: sorted by name, then by value. */
export function canonicalQuery(query) {
    if (!query)
        return query;
    const pairs = query.replace(/\+/g, "%20").split("&").filter(Boolean);
    return pairs
        .map((pair) => {
        const [name, ...value] = pair.split("=");
        // Unlike `=`, a zero byte sorts before every other character, as the end of a name must.
        return `${reencode(name)}\0${reencode(value.join("="))}`;
    })
        .sort()
        .join("&")
        .replace(/\0/g, "=");
}
/** The canonical header value: trimmed, with single spaces. Most values are so already. */
export const canonicalValue = (value) => /^\s|\s$|\s\s|[^\S ]/.test(value) ? value.trim().replace(/\s+/g, " ") : value;
