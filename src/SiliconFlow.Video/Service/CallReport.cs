namespace SiliconFlow.Video.Service;

/// <summary>One HTTP call that has ended. Holds no secret: links are shown without their signature.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">The path of an API call, or the host and path of a link.</param>
/// <param name="Outcome">The status code, or what went wrong where there was no answer.</param>
/// <param name="TraceId">The service's trace id, where it sent one.</param>
/// <param name="Elapsed">The time from sending to the end of the answer (of a link: to the start of its content).</param>
internal sealed record CallReport(string Method, string Address, LocalText Outcome, string? TraceId, TimeSpan Elapsed);
