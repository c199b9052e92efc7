/** The words that files for readers are written with, in the reader's language. */
import type { ReportLine } from '../corpus/views.ts';

export interface Labels {
	statement: string;
	speaker: string;
	articles: string;
	statements: string;
	participants: string;
	place: string;
	none: string;
	stance: Record<ReportLine['stance'], string>;
	/** Whose words the statements are. */
	editorWords: string;
	/** Title, licence and date of the pack. */
	pack: string;
	day: (iso: string) => string;
	when: string;
}
