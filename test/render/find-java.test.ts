import { describe, expect, it } from "vitest";
import { findJava, type Machine } from "../../scripts/render/openapi-generator/find-java.ts";

/** A machine on which these commands say that they are these versions of Java. */
function machine(versions: Readonly<Record<string, string>>, javaHome?: string): Machine {
  return {
    javaHome,
    run: async (command) => {
      const version = versions[command.replaceAll("\\", "/")];
      return { status: version === undefined ? undefined : 0, stdout: "", stderr: version === undefined ? "" : `openjdk version "${version}" 2025-04-15\nOpenJDK Runtime Environment` };
    },
  };
}

describe("findJava", () => {
  it("takes the Java of JAVA_HOME before that of the PATH", async () => {
    expect(await findJava(machine({ "/jdk/bin/java": "21", java: "17.0.15" }, "/jdk"))).toMatchObject({ kind: "found", version: 21 });
  });

  it("takes that of the PATH when the other one is too old or isn't there", async () => {
    expect(await findJava(machine({ "/jdk/bin/java": "1.8.0_292", java: "11.0.2" }, "/jdk"))).toEqual({ kind: "found", command: "java", version: 11 });
    expect(await findJava(machine({ java: "17" }, "/gone"))).toEqual({ kind: "found", command: "java", version: 17 });
  });

  it("says in a sentence that there is none", async () => {
    expect(await findJava(machine({}))).toMatchObject({ problem: { code: "java-missing", message: "The engine openapi-generator needs Java 11 or newer, and neither JAVA_HOME nor the PATH leads to a Java." } });
  });

  it("says in a sentence that it is too old", async () => {
    expect(await findJava(machine({ java: "1.8.0_292" }))).toMatchObject({ problem: { code: "java-too-old", message: "The engine openapi-generator needs Java 11 or newer, and the Java here is 8." } });
  });
});
