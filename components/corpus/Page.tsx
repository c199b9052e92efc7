/** The frame of one view: its heading, and what stands there while it is read, missing or broken. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { Said } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { type Asked, useAsked } from '../popup/useAsked.ts';
import { Say } from '../text/Say.tsx';
import { useDoor } from './context.ts';
import { toEvents } from './route.ts';
import { Scroll } from './Scroll.tsx';
import { useWords } from './texts/index.ts';

/** `current`: the reader stepped here within the page. */
export const PageContext = createContext<{ current: boolean }>({ current: false });

interface Props {
	title: Said | string;
	/** Above the heading: what kind of page it is. */
	kicker?: ComponentChildren;
	/** Below it, in the same header. */
	lead?: ComponentChildren;
	children?: ComponentChildren;
}

export function Page({ title, kicker, lead, children }: Props) {
	const { t } = useLocale();
	const heading = useRef<HTMLHeadingElement>(null);
	const stepped = useContext(PageContext);
	const text = typeof title === 'string' ? title : title.text;
	useEffect(() => {
		performance.mark('view');
		document.title = `${text} · ${t('extName')}`;
		if (!stepped.current) return;
		stepped.current = false;
		scrollTo(0, 0);
		heading.current?.focus({ preventScroll: true });
	}, [text]);
	return (
		<article class="page">
			<header class="page-head">
				{kicker && <p class="kicker">{kicker}</p>}
				<h1 class="display" ref={heading} tabIndex={-1}>
					{typeof title === 'string' ? title : <Say said={title} />}
				</h1>
				{lead}
			</header>
			{children}
		</article>
	);
}

interface LoadedProps<T> {
	asked: Asked<T | null>;
	/** The id that was asked for. */
	id: string;
	children: (answer: T) => ComponentChildren;
}

export function Loaded<T>({ asked, id, children }: LoadedProps<T>) {
	const { t } = useLocale();
	const w = useWords();
	if (asked.failed)
		return (
			<Page title={t('lookupFailed')}>
				<p>
					<button type="button" class="more" onClick={asked.again}>
						{w('again')}
					</button>
				</p>
			</Page>
		);
	if (asked.answer === undefined) return <p class="waiting">{w('reading')}</p>;
	if (asked.answer === null) return <Missing id={id} />;
	return <>{children(asked.answer)}</>;
}

/** A link to something that no installed pack has: what became of it, as far as that is known. */
function Missing({ id }: { id: string }) {
	const w = useWords();
	const { colon } = useLocale();
	const door = useDoor();
	const pack = useAsked(() => door.packOf(id), [id]);
	if (pack.answer === undefined && !pack.failed) return <p class="waiting">{w('reading')}</p>;
	return (
		<Page title={w('missing')}>
			<p class="prose">
				{pack.answer ? (
					<>
						<Say said={pack.answer.title} />
						{colon}
						{w('missingRecord')}
					</>
				) : (
					w('missingPack')
				)}
			</p>
			<p>
				<a href={toEvents()}>{w('toEvents')}</a>
			</p>
		</Page>
	);
}

export function Section({
	title,
	count,
	note,
	id,
	children,
}: {
	title: string;
	count?: number;
	/** What a reader must know to read it right. */
	note?: ComponentChildren;
	id?: string;
	children: ComponentChildren;
}) {
	const { number } = useLocale();
	return (
		<section class="section" id={id}>
			<h2 class="section-title">
				{title}
				{count !== undefined && <span class="number"> {number(count)}</span>}
			</h2>
			{note && <p class="meta section-note">{note}</p>}
			{children}
		</section>
	);
}

/** A picture's table, folded below it. */
export function AsTable({ label, children }: { label: string; children: ComponentChildren }) {
	return (
		<details class="as-table">
			<summary>{label}</summary>
			<Scroll label={label}>{children}</Scroll>
		</details>
	);
}
