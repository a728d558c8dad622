namespace SiliconFlow.Video.Service;

/// <summary>The service's two regions. They share nothing: a key and a job belong to one of them.</summary>
public enum ServiceRegion
{
    /// <summary>https://api.siliconflow.cn/v1</summary>
    China,

    /// <summary>https://api.siliconflow.com/v1</summary>
    International,
}
