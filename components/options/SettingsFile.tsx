/** Settings out to a file and back in. A file that does not fit changes nothing and says why. */
import { useId } from 'preact/hooks';
import type { Key } from '../../lib/locale/index.ts';
import { useLocale } from '../locale.ts';

/** null before anything was imported; else a code of SettingsError, with where it does not fit. */
export type Imported = null | { code: 'imported' | string; at: string };

export interface FileProps {
	imported: Imported;
	onExport: () => void;
	onImport: (file: File) => void;
}

const TEXTS: Record<string, Key> = {
	imported: 'fileImported',
	'settings-not-json': 'fileNotJson',
	'settings-not-ours': 'fileNotOurs',
	'settings-newer': 'fileNewer',
	'settings-invalid': 'fileInvalid',
};

export function SettingsFile({ imported, onExport, onImport }: FileProps) {
	const { t } = useLocale();
	const id = useId();
	return (
		<section>
			<h2>{t('fileTitle')}</h2>
			<p class="meta">{t('fileWhy')}</p>
			<p class="row">
				<button type="button" class="second" onClick={onExport}>
					{t('fileExport')}
				</button>
				<label for={id} class="second file">
					{t('fileImport')}
					<input
						id={id}
						class="spoken"
						type="file"
						accept="application/json,.json"
						onChange={(event) => {
							const field = event.currentTarget;
							const file = field.files?.[0];
							if (file) onImport(file);
							// The same file may be chosen again after it was mended.
							field.value = '';
						}}
					/>
				</label>
			</p>
			<p role="status" data-code={imported?.code}>
				{imported && t(TEXTS[imported.code] ?? 'fileNotOurs', imported.at)}
			</p>
		</section>
	);
}
