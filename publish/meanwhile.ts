/** What is waited for; `act` is called once while it is, unless there is nothing to wait for. It must not throw. */
export async function meanwhile<T>(waited: Promise<T>, act: () => void): Promise<T> {
  const idle = setImmediate(act);
  try {
    return await waited;
  } finally {
    clearImmediate(idle);
  }
}
