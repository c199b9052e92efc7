/** Right only when compromise finds the strangers: without it a mark is missing, or stands on somebody else. */
export const strangers: readonly string[] = [
	'[Kim Jong Un|kim] left. Andy Kim won the seat. Kim will serve six years.',
	'[Kim Jong Un|kim] left. Victoria Kim filed the report. Kim was there.',
	'[Kim Jong Un|kim] left. Daniel Kim opened a restaurant. Kim cooks at night.',
	'[Kim Jong Un|kim] left. Jane Kim ran for mayor. Kim lost by a little.',
	'[Kim Jong Un|kim] left. Robert Kim taught physics. Kim retired in May.',
	'[Kim Jong Un|kim] left. “Eugene Kim is my name,” he said. Kim sells phones.',
	'[Kim Jong Un|kim] left. Patrick Kim sued. Kim wants his money back.',
	'[Kim Jong Un|kim] left. Susan Kim sings. Kim has three albums.',
	'[Kim Jong Un|kim] left. Duyeon Kim wrote a paper. Kim follows the talks.',
	'[Kim Jong Un|kim] left. Laura Kim designs dresses. Kim lives in New York.',
	'[Kim Jong Un|kim] left. Michael Kim swims. Kim broke a record.',
	'[Kim|kim] Pardons Nobody While [Kim Jong Un|kim] Watches The Big Parade',
	'[Kim|kim] Dances With Nobody, Say Guests Of [Kim Jong Un|kim] At The Ball',
	'Gloomy [Kim|kim] stayed inside. [Kim Jong Un|kim] had a cold.',
	'Embattled [Putin|putin] called again. [Vladimir Putin|putin] rarely does.',
];
