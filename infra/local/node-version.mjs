/** Imported first, for a clear word where Node is too old for what follows. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Kvarter kræver Node 20.19 eller nyere; dette er ${process.versions.node}.`);
  console.error(`Kvarter needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
