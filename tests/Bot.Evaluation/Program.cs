return await Bot.Evaluation.Verbs.EvaluationProgram.RunAsync(args, Console.Out, Console.Error);
