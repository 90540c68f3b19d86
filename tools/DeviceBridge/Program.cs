using Yimen.DeviceBridge;

return await Bridge.Run(args);
