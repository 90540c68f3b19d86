using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Yimen.Platform.Delivery;

/// <summary>Carries mail over SMTP. The Message-Id is the letter's, so a mail server or reader knows a repetition.</summary>
public sealed class MailCarrier(DeliverySettings settings, TimeProvider time) : ILetterCarrier
{
    private const int PatienceMs = 20_000;

    public DeliveryChannel Channel => DeliveryChannel.Mail;

    public bool IsOpenFor(string county) => settings.Smtp(county) is not null;

    public async Task Carry(OpenLetter letter, CancellationToken ct)
    {
        var smtp = settings.Smtp(letter.County)!;
        var mail = Mail(letter, smtp);
        using var client = new SmtpClient { Timeout = PatienceMs };
        try
        {
            await client.ConnectAsync(smtp.Host, smtp.Port, Security(smtp.Tls), ct);
            if (!string.IsNullOrEmpty(smtp.User))
            {
                await client.AuthenticateAsync(smtp.User, smtp.Password ?? "", ct);
            }
            await client.SendAsync(mail, ct);
        }
        catch (SmtpCommandException e)
        {
            // 5xx about this mailbox will not change by waiting; 4xx may
            throw new DeliveryFailed($"{(int)e.StatusCode} {e.Message}", e.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)e.StatusCode >= 500, e);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or ProtocolException or AuthenticationException or TimeoutException or SslHandshakeException)
        {
            throw new DeliveryFailed(e.Message, cause: e);
        }
        await client.DisconnectAsync(true, CancellationToken.None);
    }

    private MimeMessage Mail(OpenLetter letter, SmtpSettings smtp)
    {
        if (!MailboxAddress.TryParse(letter.To, out var to) || !to.Address.Contains('@'))
        {
            throw new DeliveryFailed("收件地址不是有效的邮箱。", forGood: true);
        }
        return new MimeMessage([MailboxAddress.Parse(smtp.From)], [to], letter.Subject, new TextPart("plain") { Text = letter.Body })
        {
            MessageId = $"{letter.Id:N}@{letter.County}.yimen",
            Date = time.GetUtcNow(),
        };
    }

    private static SecureSocketOptions Security(string tls) => tls switch
    {
        "none" => SecureSocketOptions.None,
        "starttls" => SecureSocketOptions.StartTls,
        "ssl" => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.Auto,
    };
}
