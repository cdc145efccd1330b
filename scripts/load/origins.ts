// Where each part of the document came from, while overlays and other files are worked in: a tree that follows the
// document's own shape, so that removing a list item moves its followers' origins along with them.

import type { Origin } from "./document.ts";
import { toPointer, type Segment } from "./pointer.ts";

interface OriginNode {
  here?: { readonly source: number; readonly sourcePointer: string };
  readonly children: Map<string, OriginNode>;
}

export interface Origins {
  /** From now on, the part at `path` and all inside of it come from there. */
  set(path: readonly Segment[], source: number, sourcePointer: string): void;
  /** Item `index` of the list at `path` is gone; `length` is what is left. */
  removeItem(path: readonly Segment[], index: number, length: number): void;
  remove(path: readonly Segment[]): void;
  list(): readonly Origin[];
}

export function trackOrigins(): Origins {
  const root: OriginNode = { children: new Map() };

  const nodeAt = (path: readonly Segment[]): OriginNode => {
    let node = root;
    for (const segment of path) {
      let child = node.children.get(String(segment));
      if (!child) {
        child = { children: new Map() };
        node.children.set(String(segment), child);
      }
      node = child;
    }
    return node;
  };

  const originAt = (path: readonly Segment[]): { source: number; sourcePointer: string } => {
    let found = { source: 0, sourcePointer: "", depth: 0 };
    let node: OriginNode | undefined = root;
    for (const [depth, segment] of path.entries()) {
      node = node.children.get(String(segment));
      if (!node) break;
      if (node.here) found = { ...node.here, depth: depth + 1 };
    }
    return { source: found.source, sourcePointer: found.sourcePointer + toPointer(path.slice(found.depth)) };
  };

  return {
    set(path, source, sourcePointer) {
      const node = nodeAt(path);
      node.here = { source, sourcePointer };
      node.children.clear();
    },
    removeItem(path, index, length) {
      const list = nodeAt(path);
      for (let i = index; i < length; i++) {
        const follower: OriginNode = list.children.get(String(i + 1)) ?? { children: new Map() };
        follower.here ??= originAt([...path, i + 1]);
        list.children.set(String(i), follower);
        list.children.delete(String(i + 1));
      }
      if (index >= length) list.children.delete(String(index));
    },
    remove(path) {
      nodeAt(path.slice(0, -1)).children.delete(String(path.at(-1)));
    },
    list() {
      const origins: Origin[] = [];
      const collect = (node: OriginNode, pointer: string): void => {
        if (node.here) origins.push({ pointer, ...node.here });
        for (const [segment, child] of node.children) collect(child, pointer + toPointer([segment]));
      };
      collect(root, "");
      return origins;
    },
  };
}
