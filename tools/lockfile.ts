/**
 * `node tools/lockfile.ts` after each `npm install`: puts back the optional packages of other platforms that npm leaves out of
 * package-lock.json when a registry mirror does not hold them; without them `npm ci` refuses the file everywhere.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Locked {
	version?: string;
	optionalDependencies?: Record<string, string>;
	dev?: boolean;
	optional?: boolean;
	os?: string[];
	cpu?: string[];
	libc?: string[];
}

const FILE = 'package-lock.json';
const OS: Record<string, string> = {
	android: 'android',
	darwin: 'darwin',
	freebsd: 'freebsd',
	linux: 'linux',
	openharmony: 'openharmony',
	win32: 'win32',
};
const CPU: Record<string, string> = {
	arm: 'arm',
	arm64: 'arm64',
	ia32: 'ia32',
	ppc64: 'ppc64',
	riscv64: 'riscv64',
	s390x: 's390x',
	x64: 'x64',
	wasm32: 'wasm32',
};

const lock = JSON.parse(readFileSync(FILE, 'utf8')) as { packages: Record<string, Locked> };
const added: string[] = [];
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
	for (const [name, version] of Object.entries(optionalDependencies)) {
		const known = [`${path}/node_modules/${name}`, `node_modules/${name}`].some(
			(place) => lock.packages[place],
		);
		// Only exact versions can be put back without asking the registry.
		if (known || path === '' || !/^\d+\.\d+\.\d+$/.test(version)) continue;
		const parts = name.split(/[-/]/);
		const os = parts.find((part) => OS[part]);
		const cpu = parts.find((part) => CPU[part]);
		const libc =
			parts.includes('musl') || parts.includes('musleabihf')
				? 'musl'
				: parts.includes('gnu') || parts.includes('gnueabihf')
					? 'glibc'
					: null;
		lock.packages[`node_modules/${name}`] = {
			version,
			...(cpu ? { cpu: [cpu] } : {}),
			...(dev ? { dev } : {}),
			...(libc ? { libc: [libc] } : {}),
			optional: true,
			...(os ? { os: [os] } : {}),
		};
		added.push(`${name}@${version}`);
	}
}
lock.packages = Object.fromEntries(
	Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync(FILE, `${JSON.stringify(lock, null, '\t')}\n`);
console.log(added.length === 0 ? 'nothing was missing' : `put back: ${added.join(', ')}`);
