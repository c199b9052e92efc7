/** What every view of the corpus page has at hand. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CorpusDoor } from './door.ts';

export const DoorContext = createContext<CorpusDoor | null>(null);

export function useDoor(): CorpusDoor {
	const door = useContext(DoorContext);
	if (!door) throw new Error('no door');
	return door;
}

/** true while it is printed: then nothing is folded. */
export const PaperContext = createContext(false);
export const usePaper = (): boolean => useContext(PaperContext);
