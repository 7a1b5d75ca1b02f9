// Whether the Orchard of this container lives: exit code 0 or 1, for Docker's health check.
const PATIENCE_MILLIS = 4_000;
const url = `http://127.0.0.1:${process.env.PORT ?? 3000}/livez`;
try {
  const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MILLIS) });
  if (!ok) throw new Error(`${url} answered ${status}`);
} catch (error) {
  console.error(error.cause?.message ?? error.message);
  process.exitCode = 1;
}
