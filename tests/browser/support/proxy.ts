/** A proxy that a browser sends all its traffic through: writes down every host asked for, and leads to loopback only. */
import { request as ask, createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface Recording {
	port: number;
	/** Host and port of each request or tunnel, in order. */
	reached: string[];
	close(): Promise<void>;
}

export async function startProxy(): Promise<Recording> {
	const reached: string[] = [];
	const open = new Set<Socket>();
	const ours = (host: string) => host.endsWith('.example') || host === '127.0.0.1';
	const server = createServer((incoming, outgoing) => {
		const { hostname, host, port, pathname, search } = new URL(incoming.url ?? '');
		reached.push(host);
		if (!ours(hostname)) return void outgoing.writeHead(502).end();
		const { method, headers } = incoming;
		const onward = ask({ host: '127.0.0.1', port, path: pathname + search, method, headers }, (reply) => {
			outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
			reply.pipe(outgoing);
		});
		onward.on('error', () => outgoing.destroy());
		incoming.pipe(onward);
	});
	server.on('connection', (socket) => {
		open.add(socket);
		socket.on('close', () => open.delete(socket));
	});
	server.on('connect', ({ url = '' }, socket: Socket) => {
		reached.push(url);
		const [host = '', port] = url.split(':');
		socket.on('error', () => socket.destroy());
		if (!ours(host)) return void socket.end('HTTP/1.1 502 not ours\r\n\r\n');
		const onward = connect(Number(port), '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 connected\r\n\r\n');
			onward.pipe(socket).pipe(onward);
		});
		onward.on('error', () => socket.destroy());
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		port: (server.address() as AddressInfo).port,
		reached,
		close: () =>
			new Promise((closed) => {
				for (const socket of open) socket.destroy();
				server.close(() => closed());
			}),
	};
}
