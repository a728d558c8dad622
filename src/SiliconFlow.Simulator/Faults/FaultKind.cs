using System.Text.Json.Serialization;

namespace SiliconFlow.Simulator;

/// <summary>What goes wrong with a call.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>The right answer, late (<see cref="FaultRule.Delay"/>), in a trickle (<see cref="FaultRule.BytesPerSecond"/>), or both.</summary>
    Slow,

    /// <summary>Another answer: <see cref="FaultRule.Status"/> with any body and headers. Nothing is done, unless <see cref="FaultRule.TakesJob"/>.</summary>
    Answer,

    /// <summary>The request is read and never answered, until the client goes. Nothing is done, unless <see cref="FaultRule.TakesJob"/>.</summary>
    Hang,

    /// <summary>The connection is reset before the request's body is read. Nothing is done.</summary>
    DropBeforeReading,

    /// <summary>Submit only: the job is created and billed, then the connection is reset with no answer.</summary>
    DropAfterTaking,

    /// <summary>
    /// The right answer's headers and a part of its body, then the connection ends (FIN, so that every byte sent also arrives).
    /// The part is <see cref="FaultRule.AfterBytes"/> or <see cref="FaultRule.AfterFraction"/>, half unless said.
    /// </summary>
    DropMidBody,

    /// <summary>
    /// The right answer's body under a Content-Length that is wrong by <see cref="FaultRule.LengthChange"/>: more than comes before the connection ends,
    /// or less, with the surplus following on the wire.
    /// </summary>
    WrongLength,

    /// <summary>
    /// Download only: a shorter file with a length, ranges and ETag that agree with it; as long as <see cref="FaultRule.AfterBytes"/> or
    /// <see cref="FaultRule.AfterFraction"/> says, half unless said.
    /// </summary>
    Truncated,

    /// <summary>Download only: the Range header is ignored; the whole file comes with 200.</summary>
    IgnoreRange,

    /// <summary>Download only: another file of the same length stands behind the link, with another ETag.</summary>
    ChangedETag,

    /// <summary>The right answer under headers that <see cref="FaultRule.Headers"/> sets, or takes away where the value is null.</summary>
    ChangedHeaders,

    /// <summary>Status 200 and <see cref="FaultRule.Body"/>, broken JSON unless said, in place of the right answer's body.</summary>
    GarbageJson,

    /// <summary>The right answer's status with no body.</summary>
    EmptyBody,

    /// <summary>On a download the link counts as expired; on a status the link that is given has expired already.</summary>
    ExpiredLink,

    /// <summary>
    /// On a submit the job will fail when its time is up; on a status it fails there and then. <see cref="FaultRule.Reason"/> says why, empty unless said.
    /// </summary>
    GenerationFailed,

    /// <summary>Status only: <see cref="FaultRule.StatusText"/> stands where the status stood: an unknown word, or another spelling.</summary>
    StatusText,

    /// <summary>Status only: a job that succeeded shows no link; before that the answer is right.</summary>
    SucceedWithoutUrl,

    /// <summary>
    /// A redirect to <see cref="FaultRule.Location"/>, 302 unless <see cref="FaultRule.Status"/> says otherwise. Nothing is done, unless
    /// <see cref="FaultRule.TakesJob"/>.
    /// </summary>
    Redirect,
}
