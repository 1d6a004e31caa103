/** What a request's body says in JSON; null where it says nothing that can be read. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return null;
  }
}
