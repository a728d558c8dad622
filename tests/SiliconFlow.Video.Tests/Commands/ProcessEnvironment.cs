namespace SiliconFlow.Video.Tests.Commands;

/// <summary>The tests that set environment variables, which belong to the whole process: they run alone.</summary>
[CollectionDefinition(nameof(ProcessEnvironment), DisableParallelization = true)]
public sealed class ProcessEnvironment;
