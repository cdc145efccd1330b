// What the documentation pages print, by the part of the document that it describes.

export { presentMemberDocs, presentModelDocs } from "./docs/model-docs.ts";
export { presentOperationDocs } from "./docs/operation-docs.ts";
export { presentPackageDocs } from "./docs/package-docs.ts";
