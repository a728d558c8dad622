namespace SiliconFlow.Video.Service;

/// <summary>The calls to the service that the module makes.</summary>
internal enum ServiceOperation
{
    /// <summary><c>POST /video/submit</c>: paid, and not to be repeated where nobody can know whether it was taken.</summary>
    Submit,

    /// <summary><c>POST /video/status</c>: free and without effect.</summary>
    Status,

    /// <summary><c>GET /models</c>: free and without effect.</summary>
    Models,
}
