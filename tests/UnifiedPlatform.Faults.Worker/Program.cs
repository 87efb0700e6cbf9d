using UnifiedPlatform.Faults.Worker;

// The process that is killed. What it acknowledges it writes to the file named first; what is acknowledged must be there afterwards.
var options = WorkerOptions.Parse(args);
await using var worker = await Worker.StartAsync(options, CancellationToken.None);
await worker.RunAsync(CancellationToken.None);
