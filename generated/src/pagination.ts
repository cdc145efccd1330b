// Generated from spec/metering-marketplace.yaml by Countersign. Don't edit: change the document, its overlay or a template, and generate again.
// MarketplaceMetering: long answers, page after page. Loop over the pages, or over `items()` of all of them.
