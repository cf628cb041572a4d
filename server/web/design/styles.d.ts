// Styles are imported by what they are for; esbuild makes one file of them.
declare module "*.css";
