/**
 * Prisma's schema engine as WebAssembly: writes migrations and applies them without the native engine, whose download
 * needs a network beyond the package registry.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { soleConnectionsTo } from '../lib/data/database/database';

/** A process has one engine, however often this module is loaded: a second would take its memory while it works. */
const ofProcess = globalThis as { claimdeskSchemaEngine?: Promise<void> };

/** Loads the engine's binary. */
async function loadEngine(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const binary = readFileSync(entry.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'));
  // The generated bindings are the import object that the binary expects.
  const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(binary, imports);
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start?: () => void }).__wbindgen_start?.();
}

/** Runs something on an engine that speaks to the database at `address` and knows `schema` (its text). */
export async function withSchemaEngine<T>(
  address: string,
  schema: string,
  run: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  ofProcess.claimdeskSchemaEngine ??= loadEngine();
  await ofProcess.claimdeskSchemaEngine;
  const factory = soleConnectionsTo(address);
  const opened: SqlDriverAdapter[] = [];
  const remembered = async (connecting: Promise<SqlDriverAdapter>) => {
    const connection = await connecting;
    opened.push(connection);
    return connection;
  };
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => remembered(factory.connect()),
    connectToShadowDb: () => remembered(factory.connectToShadowDb()),
  });
  const engine = await bindings.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, adapter);
  try {
    return await run(engine);
  } finally {
    engine.free();
    // The engine leaves its connections, and the locks they hold, to whoever made them.
    for (const connection of opened) await connection.dispose();
  }
}
