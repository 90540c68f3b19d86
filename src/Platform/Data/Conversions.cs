using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Yimen.Kernel;
using Yimen.Platform.Crypto;

namespace Yimen.Platform.Data;

internal sealed class InstantAsMilliseconds() : ValueConverter<DateTimeOffset, long>(
    v => v.ToUnixTimeMilliseconds(), v => DateTimeOffset.FromUnixTimeMilliseconds(v));

internal sealed class UnitIdAsText() : ValueConverter<UnitId, string>(v => v.Value, v => new UnitId(v));

internal sealed class AreaCodeAsText() : ValueConverter<AreaCode, string>(v => v.Value, v => new AreaCode(v));

internal sealed class SealedAsText() : ValueConverter<Sealed, string>(v => v.Text ?? "", v => new Sealed(v));
