// The name of a platform → the runtime's signer as it is there.

import { vi } from "vitest";

export const platforms = ["node", "web"] as const;

export async function on(platform: (typeof platforms)[number]) {
  vi.resetModules();
  vi.doMock("#platform", () => import(`../../templates/src/runtime/platform/${platform}.ts`));
  return {
    ...(await import("../../templates/src/runtime/sign/sigv4.ts")),
    ...(await import("../../templates/src/runtime/sign/signer.ts")),
    ...(await import("../../templates/src/runtime/sign/any-url.ts")),
    ...(await import("../../templates/src/runtime/sign/canonical.ts")),
    ...(await import("../../templates/src/runtime/sign/presign.ts")),
  };
}
