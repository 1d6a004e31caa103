import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { readEnvironment } from '#lib/config/environment.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { migrate, migrationsFolder } from './migrate.ts';

/** A client that reads; its connection refuses writes. */
export type ReadDb = Prisma.TransactionClient;

/** A client inside the one write transaction that is open. Kept apart from ReadDb, so that neither is taken for the other. */
export type WriteDb = Prisma.TransactionClient & { readonly writes: true };

/**
 * The database of an installation. Reads and writes have a connection each: the adapter runs whatever is sent to a
 * connection inside the transaction that happens to be open on it, so a shared one would let reads see, and writes
 * lose, what others have not committed (docs/adr/0003).
 */
export interface Store {
  /** Absolute path of the data folder. */
  folder: string;
  read: ReadDb;
  /**
   * Runs `work` alone in a transaction: all of it is stored or, where it throws or `keeps` says no to its result,
   * nothing. Waits for its turn.
   */
  writeTx<T>(work: (tx: WriteDb) => Promise<T>, keeps?: (result: T) => boolean): Promise<T>;
  /**
   * As writeTx, for what leaves all figures as they are (sessions, events that tell of reading): what readers hold in
   * memory stays true.
   */
  touchTx<T>(work: (tx: WriteDb) => Promise<T>, keeps?: (result: T) => boolean): Promise<T>;
  close(): Promise<void>;
}

type Connection = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;

/** An adapter that keeps hold of the one connection that it makes. */
class WriterAdapter extends PrismaBetterSqlite3 {
  connection: Connection | null = null;

  override async connect(): Promise<Connection> {
    this.connection = await super.connect();
    return this.connection;
  }
}

/** What a process has one of, though each bundle of the pages has its own copy of this module. */
const shared = globalThis as typeof globalThis & {
  afstemtStore?: Store;
  afstemtConnections?: WeakMap<WriteDb, Connection>;
};

/** The connections that the open transactions run on. */
shared.afstemtConnections ??= new WeakMap();
const connections = shared.afstemtConnections;

/**
 * Runs a statement with large values, such as the JSON document of a bulk insert, in the open transaction. The client
 * would copy each value three times on its way to the same connection, which takes longer than the insert itself.
 */
export async function executeBulk(tx: WriteDb, sql: string, ...values: (string | number | null)[]): Promise<void> {
  const connection = connections.get(tx);
  if (!connection) throw new Error('No transaction of this store is open.');
  const argTypes = values.map((value) => ({
    scalarType: typeof value === 'number' ? ('int' as const) : ('string' as const),
    arity: 'scalar' as const,
  }));
  await connection.executeRaw({ sql, args: values, argTypes });
  // The statement held up everything else in this process; who waits to read gets a turn before the next one.
  if (values.some((value) => typeof value === 'string' && value.length > LARGE_VALUE)) await setImmediate();
}

/** Values with more characters take milliseconds to insert. */
const LARGE_VALUE = 100_000;
const BUSY_TIMEOUT_MS = 5_000;
const LONGEST_TRANSACTION_MS = 300_000;

/**
 * Opens the database in `folder`, making and migrating it where needed. Never loads the demo.
 * @throws StoreError (see migrate)
 */
export function openStore(folder: string, projectRoot = process.cwd()): Store {
  const file = path.join(folder, 'afstemt.db');
  migrate(file, migrationsFolder(projectRoot));
  const adapter = new WriterAdapter({ url: `file:${file}`, timeout: BUSY_TIMEOUT_MS });
  const writer = new PrismaClient({ adapter });
  const reader = new PrismaClient({
    adapter: new PrismaBetterSqlite3({ url: `file:${file}`, timeout: BUSY_TIMEOUT_MS, readonly: true }),
  });
  let turn: Promise<unknown> = Promise.resolve();

  function takeTurn<T>(
    counter: 'revision' | 'touched',
    work: (tx: WriteDb) => Promise<T>,
    keeps: (result: T) => boolean = () => true,
  ): Promise<T> {
    const dropped: { result: T }[] = [];
    const mine = turn.then(() =>
      writer.$transaction(
        async (client) => {
          const tx = client as WriteDb;
          // The first statement writes: it takes the write lock at once, so that nothing read after it can be outdated.
          await tx.store.update({ where: { id: 1 }, data: { [counter]: { increment: 1 } } });
          if (adapter.connection) connections.set(tx, adapter.connection);
          try {
            const result = await work(tx);
            if (!keeps(result)) {
              dropped.push({ result });
              throw new Error('Rolled back: there is nothing to keep.');
            }
            return result;
          } finally {
            connections.delete(tx);
          }
        },
        { maxWait: LONGEST_TRANSACTION_MS, timeout: LONGEST_TRANSACTION_MS },
      ),
    );
    const settled = mine.catch((error: unknown) => {
      const [refusal] = dropped;
      if (refusal) return refusal.result;
      throw error;
    });
    turn = settled.catch(() => undefined);
    return settled;
  }

  return {
    folder,
    read: reader,
    writeTx: (work, keeps) => takeTurn('revision', work, keeps),
    touchTx: (work, keeps) => takeTurn('touched', work, keeps),
    close: async () => {
      await turn;
      await Promise.all([reader.$disconnect(), writer.$disconnect()]);
    },
  };
}

/** The store of this process, opened at first use (never while a page is merely built). */
export function getStore(): Store {
  shared.afstemtStore ??= openStore(readEnvironment().dataFolder);
  return shared.afstemtStore;
}

/** Closes the store of this process, if it was opened, once the transaction that is open has come to its end. */
export async function closeStore(): Promise<void> {
  const store = shared.afstemtStore;
  delete shared.afstemtStore;
  await store?.close();
}
