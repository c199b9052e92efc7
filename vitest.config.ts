/** Unit tests in Node; browser tests drive the built extension in stock Chromium and Firefox, one after the other. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{ test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 } },
			{
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.ts'],
					fileParallelism: false,
					// Pages side by side, where a test file asks for it.
					maxConcurrency: 4,
					testTimeout: 60_000,
					hookTimeout: 90_000,
				},
			},
		],
	},
});
