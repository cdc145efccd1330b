// A response → the same without the secrets of its request. Some services quote the request when they refuse it,
// with its session token and signature.
import { textOf } from "./json.js";
export function withoutSecrets({ request: { headers }, response }) {
    const secrets = Object.keys(headers)
        .filter((name) => /auth|token|secret|cookie|key/.test(name))
        .flatMap((name) => headers[name].split(/[\s,=]+/))
        // Neither the scope of a credential nor the list of signed headers is secret, and both help to find a mistake.
        .filter((text) => text.length > 15 && !/;|\/aws4_request$/.test(text))
        // Signs may come back as they are, with a backslash or percent-encoded.
        .map((secret) => secret.replace(/\W/g, ".{1,3}"));
    if (!secrets.length)
        return response;
    const text = textOf(response.body).replace(new RegExp(secrets.join("|"), "gi"), "[redacted]");
    return { ...response, body: new TextEncoder().encode(text) };
}
