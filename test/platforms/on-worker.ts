// The scenario as a worker: surroundings come in as the body of a request, results go out as its answer.

import { runScenario, type Surroundings } from "./scenario.ts";

export default {
  async fetch(request: Request): Promise<Response> {
    return Response.json(await runScenario((await request.json()) as Surroundings));
  },
};
