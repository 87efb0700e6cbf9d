namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary>One key of the ring as it is stored: wrapped by the key encryption key.</summary>
/// <param name="Id">Id that each ciphertext carries.</param>
/// <param name="Purpose">Purpose, e.g. <c>field:one-window</c>, <c>blind:id</c>, <c>apikey</c>.</param>
/// <param name="Suite">Cryptographic suite; 1 = intl-1.</param>
/// <param name="State">State.</param>
/// <param name="Created">Day of creation.</param>
/// <param name="Wrapped">Nonce, ciphertext and tag.</param>
internal sealed record RingKey(uint Id, string Purpose, byte Suite, KeyState State, DateOnly Created, byte[] Wrapped);
