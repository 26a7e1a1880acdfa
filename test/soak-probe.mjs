/** Loaded into the server by `soak.ts`: at the signal it collects what is no longer used and says on the error stream how many bytes are left. */
process.on("SIGUSR2", () => {
  for (let times = 0; times < 3; times++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.stderr.write(`MEMORY ${heapUsed + external}\n`);
});
