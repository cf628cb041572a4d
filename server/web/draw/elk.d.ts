// ELK's worker script, which has no exports: it answers messages.
declare module "elkjs/lib/elk-worker.min.js";
