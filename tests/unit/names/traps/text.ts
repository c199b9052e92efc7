/** Short texts with their mentions in brackets: `[Putin|putin] left` is the text "Putin left" with one mention. */

export interface Texts {
	names: readonly string[];
	/** With the stretch that must not be marked. */
	traps: readonly (readonly [text: string, trap: string])[];
}

const IDS: Record<string, string> = {
	kim: 'kim-jong-un',
	kji: 'kim-jong-il',
	kyj: 'kim-yo-jong',
	putin: 'vladimir-putin',
	peskov: 'dmitry-peskov',
	lavrov: 'sergei-lavrov',
	shoigu: 'sergei-shoigu',
	budanov: 'kyrylo-budanov',
	matsuno: 'hirokazu-matsuno',
	nk: 'north-korea',
	sk: 'south-korea',
	us: 'united-states',
	vostochny: 'vostochny-cosmodrome',
	amur: 'amur-oblast',
	komsomolsk: 'komsomolsk-on-amur',
	su57: 'su-57',
	rfi: 'rfi',
	cna: 'cna-taiwan',
	wpk: 'workers-party-of-korea',
	un: 'united-nations',
	unsc: 'un-security-council',
	far: 'russian-far-east',
	sea: 'sea-of-japan',
	peninsula: 'korean-peninsula',
	aurus: 'aurus-senat',
	ria: 'ria-novosti',
	uk: 'united-kingdom',
	duma: 'state-duma',
};

export interface Expected {
	texts: string[];
	/** `block start–end entity`. */
	mentions: string[];
}

/** `¶` parts paragraphs. `|kim:3` leaves out the first three units: Mr Kim. */
export function expected(marked: string): Expected {
	const mentions: string[] = [];
	const texts = marked.split('¶').map((paragraph, block) => {
		let text = '';
		let from = 0;
		for (const match of paragraph.matchAll(/\[([^\]|]+)\|([\w-]+)(?::(\d+))?\]/g)) {
			const [whole, name = '', id = '', lead = '0'] = match;
			text += paragraph.slice(from, match.index);
			mentions.push(`${block} ${text.length + Number(lead)}–${text.length + name.length} ${IDS[id] ?? id}`);
			text += name;
			from = match.index + whole.length;
		}
		return text + paragraph.slice(from);
	});
	return { texts, mentions };
}
