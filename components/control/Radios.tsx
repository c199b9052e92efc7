/** One choice out of a few, each with a line that says what it means. */
import { useId } from 'preact/hooks';
import type { Said } from '../../lib/corpus/views.ts';
import { Say } from '../text/Say.tsx';

export interface Choice<T extends string> {
	value: T;
	title: string;
	why?: string;
	/** Shown beside the title, in its own language. */
	sample?: Said;
}

interface Props<T extends string> {
	legend: string;
	why?: string;
	choices: readonly Choice<T>[];
	value: T;
	/** Side by side where there is room. */
	wide?: boolean;
	onChoose: (value: T) => void;
}

export function Radios<T extends string>({ legend, why, choices, value, wide = false, onChoose }: Props<T>) {
	const id = useId();
	return (
		<fieldset class="radios" data-wide={wide || undefined} aria-describedby={why ? `${id}-why` : undefined}>
			<legend>
				<h2>{legend}</h2>
			</legend>
			{why && (
				<p class="meta" id={`${id}-why`}>
					{why}
				</p>
			)}
			<div>
				{choices.map((choice) => (
					<div class="radio" key={choice.value}>
						<label>
							<input
								type="radio"
								name={id}
								value={choice.value}
								checked={choice.value === value}
								aria-describedby={choice.why ? `${id}-${choice.value}` : undefined}
								onChange={() => onChoose(choice.value)}
							/>
							<span>{choice.title}</span>
							{choice.sample && <Say said={choice.sample} class="event-name" />}
						</label>
						{choice.why && (
							<p class="meta" id={`${id}-${choice.value}`}>
								{choice.why}
							</p>
						)}
					</div>
				))}
			</div>
		</fieldset>
	);
}
