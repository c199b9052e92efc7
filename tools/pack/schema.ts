/** Writes the JSON Schema of a pack's YAML. */
import { writeFileSync } from 'node:fs';
import { packSchema } from '../../lib/author/index.ts';

export function writeSchema(file: string): void {
	writeFileSync(file, `${JSON.stringify(packSchema(), null, '\t')}\n`);
	console.log(`${file}: put "# yaml-language-server: $schema=<path to it>" at the top of a YAML file`);
}
