// Generated from spec/metering-marketplace.yaml by Countersign. Don't edit: change the document, its overlay or a template, and generate again.
// MarketplaceMetering: functions that wait until something has come about.
