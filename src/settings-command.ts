/**
 * `feedwright settings`: every setting there is, as the README's tables or as a JSON Schema for editors.
 */
import { z } from 'zod';
import { environmentSchema } from './config.ts';
import { settingsSchema } from './settings-schema.ts';

/** A JSON Schema, as far as it is looked at here. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly default?: unknown;
}

/** The JSON Schema of feedwright.yaml. */
function settingsJsonSchema(): Schema {
  return z.toJSONSchema(settingsSchema, { io: 'input' }) as Schema;
}

/** The settings of feedwright.yaml as a Markdown table. */
export function settingsTable(): string {
  return table('setting', rowsOf(settingsJsonSchema(), ''));
}

/** The environment variables as a Markdown table. */
export function environmentTable(): string {
  return table('variable', rowsOf(z.toJSONSchema(environmentSchema, { io: 'input' }) as Schema, ''));
}

function rowsOf({ properties = {} }: Schema, prefix: string): readonly string[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const name = prefix + key;
    if (schema.properties !== undefined) return rowsOf(schema, `${name}.`);
    return [`| \`${name}\` | ${defaultText(schema.default)} | ${schema.description} |\n`];
  });
}

function defaultText(value: unknown): string {
  if (Array.isArray(value)) return `\`[${value.join(', ')}]\``;
  if (value === undefined || (typeof value === 'object' && Object.keys(value!).length === 0)) return '–';
  return `\`${value}\``;
}

function table(what: string, rows: readonly string[]): string {
  return `| ${what} | default | meaning |\n|---|---|---|\n${rows.join('')}`;
}

/** Prints the settings. */
export function printSettings(format: string): void {
  if (format === 'schema') process.stdout.write(`${JSON.stringify(settingsJsonSchema(), null, 2)}\n`);
  else process.stdout.write(`${environmentTable()}\n${settingsTable()}`);
}
