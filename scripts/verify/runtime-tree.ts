// A lock file → the packages that a user of the tool installs with it.

/** What is used of a lock file in npm's third form. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  /** Only for developing, or for an option of a package that only developers installed. */
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
}

export interface InstalledPackage extends LockedPackage {
  readonly name: string;
  readonly version: string;
}

/** Whether a package is there for more than developing. */
export function isForUsers({ dev, devOptional }: LockedPackage): boolean {
  return dev !== true && devOptional !== true;
}

/** By name, then version; the project itself isn't one of them. */
export function runtimeTree({ packages }: Lock): readonly InstalledPackage[] {
  const found = Object.entries(packages)
    .filter(([path, locked]) => path !== "" && isForUsers(locked))
    .map(([path, locked]): InstalledPackage => ({ ...locked, name: path.replace(/^.*node_modules\//, ""), version: locked.version ?? "" }));
  const key = ({ name, version }: InstalledPackage) => `${name}@${version}`;
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
