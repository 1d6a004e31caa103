/** Whether a process other than our own has that id. */
export function isOtherRunning(id: number): boolean {
  if (id === process.pid || !Number.isSafeInteger(id) || id <= 0) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
