/** A small sound pack of invented places and bodies, for tests to break one line at a time. */
export const HARBOUR = `pack: { id: 5d0c7a91e3f24b68a1970c4be82f63d5, slug: harbour-talks, title: { en: Harbour talks, zh-Hans: 海港会谈 }, license: CC0-1.0, langs: [en, zh-Hans] }
sources:
  - { id: coast-daily, name: { en: Coast Daily, zh-Hans: 海岸日报 }, medium: newspaper, country: SG }
  - { id: blue-agency, name: { en: Blue Agency, zh-Hans: 蓝社 }, medium: agency, country: MY }
articles:
  - { id: cd-0912, source: coast-daily, lang: zh-Hans, published: "2021-09-12T19:27+08:00", title: 两市海港会谈, url: "https://coast.example/0912" }
  - { id: blue-0913, source: blue-agency, lang: en, published: 2021-09-13 }
entities:
  - id: port-vale
    kind: place
    name: { en: Port Vale, zh-Hans: 维尔港 }
    description: { en: harbour town, zh-Hans: 港口城市 }
    aliases: [{ text: Port Vale }, { text: 维尔港 }]
  - id: vale-authority
    kind: organisation
    name: { en: Vale Harbour Authority, zh-Hans: 维尔港务局 }
    description: { en: runs the port of Vale, zh-Hans: 管理维尔港的机构 }
    aliases: [{ text: 维尔港务局 }, { text: the Authority, strength: weak }]
    lookalikes: [维尔港务局医院]
terms:
  - { id: ferry, forms: { en: [ferry, ferries], zh-Hans: [渡轮] } }
events:
  - { id: harbour-2021, name: { en: Harbour meeting, zh-Hans: 海港会面 }, when: { start: 2021-09-12 }, where: [port-vale], participants: [{ entity: vale-authority }] }
claims:
  - id: ferry-daily
    event: harbour-2021
    kind: statement
    speaker: vale-authority
    text: { en: A ferry will run every day, zh-Hans: 渡轮将每天开行 }
    modality: planned
    knownFrom: 2021-09-12
    cues: [[ferry], [{ value: times }]]
    values: { times: { number: 7, unit: /week } }
    reports:
      - { article: cd-0912, stance: reports, at: { exact: 每天 } }
      - { article: blue-0913, stance: differs, values: { times: { number: 5, unit: /week } }, at: { exact: five times a week } }
`;

/** HARBOUR with one piece replaced. Throws when the piece is not there. */
export function broken(from: string, to: string): string {
	if (!HARBOUR.includes(from)) throw new Error(`HARBOUR holds no "${from}"`);
	return HARBOUR.replace(from, to);
}

/** HARBOUR with `count` more claims on its event, the last of them worded by `version`. */
export function manyClaims(count: number, version: number): string {
	const claim = HARBOUR.slice(HARBOUR.indexOf('  - id: ferry-daily'));
	const more = Array.from({ length: count }, (_, i) => {
		const own = claim.replace('ferry-daily', `ferry-${i}`);
		return i === count - 1 ? own.replace('渡轮将每天开行', `渡轮将每天开行${version}`) : own;
	});
	return HARBOUR + more.join('');
}
