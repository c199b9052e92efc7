/** A pack's author at a terminal: a folder of YAML, keys, and the commands. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { build } from '../../../tools/pack/build.ts';
import { publisher } from '../../../tools/pack/publisher.ts';
import { HARBOUR } from '../support/harbour.ts';

/** Invented hosts are this machine, as in the browsers of the tests, and its certificate of the moment is taken. */
const LOOPBACK = `data:text/javascript,${encodeURIComponent(`
	import dns from 'node:dns';
	const { lookup } = dns;
	dns.lookup = (name, ...rest) => lookup(name.endsWith('.example') ? '127.0.0.1' : name, ...rest);
`)}`;

export interface Said {
	status: number;
	said: string;
}

export interface Author {
	/** A path in the author's own folder. */
	at(...parts: string[]): string;
	write(yaml: string): void;
	/** Each command a process of its own, as typed; otherwise what the processes would call. */
	processes: boolean;
	pack(...args: string[]): Promise<Said>;
	/** As a process, to which invented hosts are this machine. */
	process(...args: string[]): Promise<Said>;
	/** The same, and it must end well. */
	good(...args: string[]): Promise<string>;
	keygen(...more: string[]): Promise<string>;
	build(out?: string): Promise<string>;
	sign(seq: number, ...more: string[]): Promise<string>;
	publish(): Promise<string>;
	/** Base64 by path of what is published. */
	published(): Record<string, string>;
	leave(): void;
}

export function newAuthor(): Author {
	const home = mkdtempSync(join(tmpdir(), 'sidelight-publisher-'));
	const keys = ['--keys', join(home, 'keys')];
	const author: Author = {
		at: (...parts) => join(home, ...parts),
		write: (yaml) => writeFileSync(join(home, 'seed', 'pack.yaml'), yaml),
		processes: false,
		pack: (...args) => (author.processes ? author.process(...args) : called(args)),
		process: (...args) =>
			new Promise((done) => {
				const env = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1' };
				execFile(
					process.execPath,
					['--import', LOOPBACK, 'tools/pack.ts', ...args],
					{ encoding: 'utf8', env },
					(error, stdout, stderr) => done({ status: Number(error?.code ?? 0), said: stdout + stderr }),
				);
			}),
		async good(...args) {
			const { status, said } = await author.pack(...args);
			expect(said, said).not.toMatch(/Error:/);
			expect(status, said).toBe(0);
			return said;
		},
		keygen: (...more) => author.good('keygen', join(home, 'seed'), ...keys, ...more),
		build: (out = 'built') => author.good('build', join(home, 'seed'), '--out', join(home, out)),
		sign: (seq, ...more) =>
			author.good(
				...['sign', join(home, 'built'), ...keys, '--seq', String(seq)],
				...['--issued', '2025-01-01T00:00:00Z', '--expires', '2099-12-22T12:00:00Z', ...more],
			),
		publish: () => author.good('publish', join(home, 'built'), join(home, 'web'), ...keys),
		published: () => treeOf(join(home, 'web')),
		leave: () => rmSync(home, { recursive: true, force: true }),
	};
	mkdirSync(join(home, 'seed'));
	author.write(HARBOUR);
	return author;
}

async function called(args: string[]): Promise<Said> {
	const said: string[] = [];
	const { log, warn, error } = console;
	console.log = console.warn = console.error = (text: string) => void said.push(`${text}\n`);
	try {
		const [, folder = '', , out = ''] = args;
		const status = args[0] === 'build' ? await build(folder, out) : await publisher(args);
		return { status: status ?? 2, said: said.join('') };
	} finally {
		Object.assign(console, { log, warn, error });
	}
}

/** Without the note of when each file was last current, which holds the time. */
function treeOf(folder: string): Record<string, string> {
	return Object.fromEntries(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && entry.name !== 'kept.json')
			.map((entry) => join(entry.parentPath, entry.name))
			.sort()
			.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'base64')]),
	);
}

/** With a first version published, in the folder `web`. */
export async function publishedAuthor(yaml = HARBOUR): Promise<Author> {
	const author = newAuthor();
	author.write(yaml);
	await author.keygen();
	await author.build();
	await author.sign(1);
	await author.publish();
	return author;
}
